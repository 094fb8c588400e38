#include "store/entry.h"

#include <string.h>

const unsigned char ISOFT_NO_HASH[ISOFT_HASH_SIZE];

bool isoft_entry_has_hash(const isoft_entry *entry)
{
	return memcmp(entry->hash, ISOFT_NO_HASH, ISOFT_HASH_SIZE) != 0;
}

bool isoft_entry_is_empty(const isoft_entry *entry)
{
	uint64_t word = isoft_word_load(&entry->published);

	return isoft_word_valid(word) && !isoft_word_flag(word);
}

bool isoft_entry_is_free(const isoft_entry *entry)
{
	return !isoft_entry_has_hash(entry) && isoft_entry_is_empty(entry);
}

bool isoft_entry_write_hash(const isoft_mapping *mapping, uint32_t slot, const unsigned char *hash)
{
	uint64_t at = isoft_layout_entry(slot) + offsetof(isoft_entry, hash);

	return isoft_os_write_at(mapping->descriptor, hash, ISOFT_HASH_SIZE, at);
}
