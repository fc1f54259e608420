"""What a person can do. asyncio only: no Qt, no SQL, no SDK."""
