"""How records, partners and problems look: values in, blocks of a reply out. Handlers and digests share it."""
