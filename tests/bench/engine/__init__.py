"""The bench of the engine: a question sent by the program beside one that the bare SDK sends."""
