"""The archive as an Agents SDK session. The only importer of agents."""
