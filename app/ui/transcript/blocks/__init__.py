"""The blocks of a message as they are painted: one class per look, with one interface."""
