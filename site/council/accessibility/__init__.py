"""Whether people can use the site: what tests found for each criterion of JIS X 8341-3:2016, and what may be claimed of it."""
