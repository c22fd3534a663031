"""What a machine can test of the site as readers meet it: `make audit`, and in CI `make audit-short`."""
