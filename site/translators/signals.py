"""What has to happen when something is saved."""
