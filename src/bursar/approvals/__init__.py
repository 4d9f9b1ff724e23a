"""Human decisions: proposals that agents made, and tasks that wait for somebody."""
