#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* memfd_create */
#endif
#include "auth/helper_request.h"

#ifdef __linux__

#include <sodium.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STRINGS = 12, REQUEST_MAX = 1024 * 1024 /* bytes */ };

/* The strings follow, each with its NUL. */
typedef struct {
	isoft_store_parcel parcel;
	int64_t margin;
	uint32_t slot;
	uint32_t force;
	uint32_t lengths[STRINGS]; /* with the NUL; 0: NULL */
} request_head;

static void request_strings(isoft_helper_request *request, const char **strings[STRINGS])
{
	strings[0] = &request->token.url;
	strings[1] = &request->token.trust.file;
	strings[2] = &request->token.user_agent;
	strings[3] = &request->token.client_id;
	strings[4] = &request->token.client_secret;
	strings[5] = &request->token.code;
	strings[6] = &request->token.redirect_uri;
	strings[7] = &request->account;
	strings[8] = &request->token.trust.directory;
	strings[9] = &request->fleet.address;
	strings[10] = &request->fleet.ca_file;
	strings[11] = &request->fleet.ca_path;
}

static bool write_whole(int descriptor, const void *bytes, size_t length)
{
	/* A memfd takes all bytes at once, or has no room. */
	return length == 0 || write(descriptor, bytes, length) == (ssize_t)length;
}

static bool write_request(int descriptor, const isoft_helper_request *request)
{
	isoft_helper_request copy = *request;
	const char **strings[STRINGS];
	request_head head = {.parcel = *request->parcel,
		.margin = request->fleet.refresh_margin,
		.slot = request->slot,
		.force = request->force};
	bool written;

	request_strings(&copy, strings);
	for (int i = 0; i < STRINGS; i++) {
		head.lengths[i] = *strings[i] ? (uint32_t)strlen(*strings[i]) + 1 : 0;
	}
	written = write_whole(descriptor, &head, sizeof(head));
	for (int i = 0; i < STRINGS; i++) {
		written = written && write_whole(descriptor, *strings[i], head.lengths[i]);
	}
	sodium_memzero(&head, sizeof(head));
	return written;
}

int isoft_helper_request_write(const isoft_helper_request *request)
{
	int descriptor = memfd_create("infusionsoft-request", MFD_CLOEXEC);

	if (descriptor >= 0 && !write_request(descriptor, request)) {
		close(descriptor);
		descriptor = -1;
	}
	return descriptor;
}

/* Sets the pointers into the memory. Returns false if the lengths do not add up. */
static bool find_strings(isoft_helper_request *request, char *memory, size_t size)
{
	const request_head *head = (const request_head *)memory;
	const char **strings[STRINGS];
	size_t at = sizeof(*head);

	memset(request, 0, sizeof(*request));
	request_strings(request, strings);
	for (int i = 0; i < STRINGS; i++) {
		size_t length = head->lengths[i];

		if (length > size - at || (length && memory[at + length - 1] != '\0')) {
			return false;
		}
		*strings[i] = length ? memory + at : NULL;
		at += length;
	}
	request->parcel = &head->parcel;
	request->fleet.refresh_margin = head->margin;
	request->slot = head->slot;
	request->force = head->force;
	return at == size && request->account && request->fleet.address;
}

/* Overwrites the file. Best effort: its memory is freed with the last descriptor in any case. */
static void overwrite(int descriptor, size_t size)
{
	static const char zeros[4096];

	for (size_t at = 0; at < size; at += sizeof(zeros)) {
		size_t length = size - at < sizeof(zeros) ? size - at : sizeof(zeros);

		if (pwrite(descriptor, zeros, length, (off_t)at) < 0) {
			return;
		}
	}
}

void *isoft_helper_request_read(int descriptor, isoft_helper_request *request)
{
	struct stat facts;
	char *memory = NULL;
	size_t size = 0;

	if (fstat(descriptor, &facts) == 0 && facts.st_size >= (off_t)sizeof(request_head)
		&& facts.st_size <= REQUEST_MAX) {
		size = (size_t)facts.st_size;
		memory = sodium_malloc((size + 15) / 16 * 16); /* rounded, so that the start is aligned */
	}
	if (memory && (pread(descriptor, memory, size, 0) != (ssize_t)size || !find_strings(request, memory, size))) {
		sodium_free(memory);
		memory = NULL;
	}
	overwrite(descriptor, size);
	return memory;
}

#else

/* An empty translation unit is not C. */
typedef int isoft_no_helper_request;

#endif
