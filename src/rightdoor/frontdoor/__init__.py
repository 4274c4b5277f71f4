"""Request, screening, threshold, decision, panel."""
