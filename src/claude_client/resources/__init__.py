"""What can be called: one module an API area, each method written once for all clients and views."""
