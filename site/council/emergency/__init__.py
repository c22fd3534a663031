"""What stands above every page when something is urgent: a flood, a closed office, a disaster volunteer centre."""
