/*
 * The tokens file, damaged in any way before it is opened.
 *
 * Random bytes would seldom pass the check of the magic number, so an input is a list of changes to a valid file: bytes
 * written over the header, an entry, a half or anywhere; valid check words; records of any bytes sealed with the key;
 * and another file size. A record that was not sealed with the key must never be returned, and under a lock that is
 * granted a write must work.
 */
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fuzz.h"
#include "store/keys.h"
#include "store/layout.h"
#include "store/seal.h"
#include "store/store.h"

enum { SEGMENTS_MAX = 3, CHANGES_MAX = 16, OVERLAY_MAX = 64 };

/* The accounts of the valid file; the last one is not in it. */
static const char *const ACCOUNTS[] = {"default", "shop", "old key's", "unknown"};
enum { ACCOUNT_COUNT = sizeof(ACCOUNTS) / sizeof(ACCOUNTS[0]) };

static const char KEY[] = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
static const char OLD_KEY[] = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

static char folder[512], tokens[sizeof(folder) + 16];
static isoft_store_config config = {.directory = folder, .key = KEY, .previous_keys = OLD_KEY, .accounts = 1};
static isoft_keys *keys;
static unsigned char valid[ISOFT_PAGE + ISOFT_SHARED_SIZE + ISOFT_PAGE + ISOFT_SEGMENT_SIZE];

/* Whether the record belongs to the account: a record is "<account>;<text>". */
static bool is_whose(const isoft_record *record, const char *account)
{
	size_t length = strlen(account);

	return record->length > length && memcmp(record->bytes, account, length) == 0 && record->bytes[length] == ';';
}

static bool put(isoft_store *store, const char *account, int text, isoft_failure *failure)
{
	char record[64];
	int length = snprintf(record, sizeof(record), "%s;%d", account, text);
	isoft_lock lock;
	bool written;

	if (isoft_store_lock(store, account, 0, &lock, failure) != ISOFT_STORE_OK) {
		return false;
	}
	written = isoft_store_write(store, &lock, record, (size_t)length, 1750000000 + text, failure);
	isoft_store_unlock(store, &lock);
	return written;
}

static void make_valid(void)
{
	isoft_store_config old = config;
	isoft_store *store;
	isoft_failure failure;

	old.key = OLD_KEY;
	old.previous_keys = NULL;
	need(isoft_store_open(&store, &old, true, &failure) == ISOFT_STORE_OK);
	need(put(store, ACCOUNTS[2], 1, &failure));
	isoft_store_close(store);
	need(isoft_store_open(&store, &config, false, &failure) == ISOFT_STORE_OK);
	for (int text = 1; text <= 3; text++) {
		need(put(store, ACCOUNTS[text > 2], text, &failure));
	}
	isoft_store_close(store);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const char *base = getenv("TMPDIR");
	isoft_paths paths;
	isoft_failure failure;
	int file;

	(void)argc;
	(void)argv;
	snprintf(folder, sizeof(folder), "%s/store-fuzz.XXXXXX", base ? base : "/tmp");
	need(mkdtemp(folder) && sodium_init() >= 0 && isoft_paths_resolve(&paths, &config, &failure));
	snprintf(tokens, sizeof(tokens), "%s", paths.tokens);
	keys = isoft_keys_load(&config, &paths, &failure);
	need(keys && keys->count == 2);
	make_valid();
	file = open(tokens, O_RDONLY);
	need(file != -1 && read(file, valid, sizeof(valid)) == (ssize_t)sizeof(valid));
	close(file);
	return 0;
}

/* Writes up to `max_length` bytes of the input at an offset below `range`, from `base` on. */
static void lay(int file, uint64_t base, size_t range, size_t max_length, fuzz_input *in)
{
	uint64_t offset = fuzz_number(in, range > UINT8_MAX ? 4 : 1) % range;
	size_t length = fuzz_number(in, 1) % max_length + 1;
	const uint8_t *bytes = fuzz_bytes(in, length, &length);

	need(pwrite(file, bytes, length, (off_t)(base + offset)) == (ssize_t)length);
}

static void lay_word(int file, uint64_t offset, uint64_t number, bool flag)
{
	uint64_t word = isoft_word_make(number, flag);

	need(pwrite(file, &word, sizeof(word), (off_t)offset) == (ssize_t)sizeof(word));
}

/* Seals as isoft_seal() does, with any content. */
static void seal(int file, uint32_t slot, uint64_t generation, fuzz_input *in)
{
	const isoft_key *key = &keys->keys[fuzz_number(in, 1) % keys->count];
	const struct {
		uint32_t format, slot;
		uint64_t generation, key_id;
	} bound = {ISOFT_SEAL_FORMAT, slot, generation, key->id};
	isoft_half half = {.key_id = key->id, .generation = generation};
	unsigned char plain[ISOFT_CONTENT_MAX] = {0};
	unsigned long long sealed;
	size_t length = fuzz_number(in, 2) % (sizeof(plain) + 1), given;
	const uint8_t *bytes = fuzz_bytes(in, length < UINT8_MAX ? length : UINT8_MAX, &given);

	if (given) {
		memcpy(plain, bytes, given);
	}
	crypto_aead_xchacha20poly1305_ietf_encrypt(
		half.sealed, &sealed, plain, length, (const unsigned char *)&bound, sizeof(bound), NULL, half.nonce, key->seal);
	half.length = (uint32_t)sealed;
	need(pwrite(file, &half, sizeof(half), (off_t)isoft_layout_half(slot, generation)) == (ssize_t)sizeof(half));
}

/* Makes one change. Returns false if it sealed a record of the input. */
static bool change(int file, fuzz_input *in)
{
	uint8_t what = (uint8_t)fuzz_number(in, 1);
	uint32_t slot = what >> 4; /* only the first slots are in use */
	uint64_t generation;

	switch (what & 7) {
		case 0:
			lay(file, 0, sizeof(valid), OVERLAY_MAX, in);
			return true;
		case 1:
			lay(file, 0, sizeof(isoft_header), 8, in);
			return true;
		case 2:
			lay(file, isoft_layout_entry(slot), sizeof(isoft_entry), ISOFT_HASH_SIZE, in);
			return true;
		case 3:
			lay(file, isoft_layout_half(slot, what >> 3 & 1), offsetof(isoft_half, sealed) + 16, 8, in);
			return true;
		case 4:
			generation = fuzz_number(in, 6);
			lay_word(file, isoft_layout_entry(slot) + offsetof(isoft_entry, published), generation, what >> 3 & 1);
			return true;
		case 5:
			lay_word(file, offsetof(isoft_header, segments), fuzz_number(in, 2), true);
			return true;
		case 6:
			need(ftruncate(file, (off_t)(fuzz_number(in, 4) % (isoft_layout_size(SEGMENTS_MAX) + 1))) == 0);
			return true;
		default:
			seal(file, slot, fuzz_number(in, 6), in);
			return false;
	}
}

/*
 * Writes the valid file with the changes of the input, in place: no process has it open. Returns false if one of the
 * changes sealed a record of the input.
 */
static bool damage(fuzz_input *in)
{
	int file = open(tokens, O_RDWR);
	bool ours = true;

	need(file != -1 && ftruncate(file, sizeof(valid)) == 0);
	need(pwrite(file, valid, sizeof(valid), 0) == (ssize_t)sizeof(valid));
	for (int i = 0; i < CHANGES_MAX && in->left; i++) {
		ours = change(file, in) && ours;
	}
	close(file);
	return ours;
}

static void read_all(isoft_store *store, bool ours)
{
	char account[ISOFT_ACCOUNT_MAX + 1];
	isoft_record record;
	isoft_failure failure;
	isoft_store_status status;
	uint32_t position = 0;

	for (int i = 0; i < ACCOUNT_COUNT; i++) {
		status = isoft_store_read(store, ACCOUNTS[i], &record, &failure);
		need(status == ISOFT_STORE_OK || record.length == 0);
		need(status != ISOFT_STORE_OK || !ours || is_whose(&record, ACCOUNTS[i]));
		isoft_store_backoff(store, ACCOUNTS[i]);
	}
	while ((status = isoft_store_next(store, &position, account, &record, &failure)) != ISOFT_STORE_MISSING) {
		need(position <= SEGMENTS_MAX * ISOFT_SEGMENT_SLOTS);
		need(status != ISOFT_STORE_OK || !ours || is_whose(&record, account));
	}
	isoft_store_next_due(store, 0);
}

static void write_all(isoft_store *store)
{
	isoft_record record;
	isoft_failure failure;

	for (int i = 0; i < ACCOUNT_COUNT; i++) {
		if (put(store, ACCOUNTS[i], 4, &failure)) {
			need(isoft_store_read(store, ACCOUNTS[i], &record, &failure) == ISOFT_STORE_OK);
			need(is_whose(&record, ACCOUNTS[i]) && record.bytes[record.length - 1] == '4');
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input in = {data, size};
	bool ours = damage(&in);
	isoft_store *store;
	isoft_failure failure;

	if (isoft_store_open(&store, &config, false, &failure) == ISOFT_STORE_OK) {
		read_all(store, ours);
		write_all(store);
		isoft_store_close(store);
	} else {
		need(failure.kind != ISOFT_FAILURE_NONE);
	}
	return 0;
}
