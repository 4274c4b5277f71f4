"""The look of every page: GOV.UK fields, components and layouts. Knows no domain."""
