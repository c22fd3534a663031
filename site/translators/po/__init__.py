"""PO files: a translation goes out to a translator's own tool and comes back, or is refused with a reason."""
