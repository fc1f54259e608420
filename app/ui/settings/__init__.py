"""The pages of the settings: each shows how things stand, and changes them at once or with one clear Save."""
