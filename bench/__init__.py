"""What is measured against what. `python -m bench` measures everything; README.md says how to read it."""
