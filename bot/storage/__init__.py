"""What is kept and how: SQLite by default, PostgreSQL by URL, the same statements on both."""
