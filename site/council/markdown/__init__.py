"""Pages as Markdown, for machines that read: made of the page itself, so they hold what readers get and nothing else."""
