"""What people would say or write of a graph, guessed from its names."""
