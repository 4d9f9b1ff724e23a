"""A withholding code says what a payer keeps back for the state: percent, of net or gross, when, from which sum on."""
