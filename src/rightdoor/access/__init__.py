"""Sign-in, agencies, roles, permissions, who may see what, audit."""
