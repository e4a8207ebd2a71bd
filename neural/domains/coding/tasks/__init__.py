"""What is asked about problems: one module for each category of rows."""
