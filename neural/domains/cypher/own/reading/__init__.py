"""What a file or a running database says of a graph, as a draft."""
