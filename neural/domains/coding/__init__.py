"""Programming problems in four languages, every solution run."""
