"""What waits for a translator or a reviewer: the list, its panel on the front page, and taking in a changed source."""
