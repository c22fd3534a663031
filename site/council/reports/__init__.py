"""What the reports for the staff have in common, whichever app they are of."""
