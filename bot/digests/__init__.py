"""The weekly digest: what it says, and when it is due."""
