"""A task is something that only a person can settle: open until someone says what they did."""
