#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "store/obstacle.h"

#include <stdio.h>
#include <string.h>

#ifdef __linux__

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

bool isoft_obstacle_attribute(const char *path)
{
#ifdef STATX_ATTR_IMMUTABLE
	struct statx status;

	return statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, &status) == 0
		&& (status.stx_attributes & (STATX_ATTR_IMMUTABLE | STATX_ATTR_APPEND));
#else
	(void)path;
	return false;
#endif
}

static void obstacle_read(const char *path, char *text, size_t size)
{
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t length = descriptor == -1 ? 0 : read(descriptor, text, size - 1);

	text[length > 0 ? length : 0] = '\0';
	if (descriptor != -1) {
		close(descriptor);
	}
}

/* Writes the label that a security module has given to this process; "" if none confines it. */
static void obstacle_label(char *label, size_t size)
{
	obstacle_read("/proc/self/attr/current", label, size);
	label[strcspn(label, "\n")] = '\0';
	if (strcmp(label, "unconfined") == 0) {
		*label = '\0';
	}
}

void isoft_obstacle_describe(char *text, size_t size)
{
	char status[4096], label[128];
	const char *filter = "";

	obstacle_read("/proc/self/status", status, sizeof(status));
	if (strstr(status, "\nSeccomp:\t2")) {
		filter = "the seccomp filter of this process (SystemCallFilter= in its unit, or the container's profile), ";
	}
	obstacle_label(label, sizeof(label));
	snprintf(text, size,
		"owner and mode allow it, so something else denies it: %s%s%.100s, a missing capability (CAP_DAC_OVERRIDE, "
		"CAP_CHOWN), or a network mount. The kernel's log may "
		"say which (dmesg, ausearch -m avc)",
		filter,
		*label ? "the security module, which gives this process the label " : "a security module (SELinux, AppArmor)",
		label);
}

const char *isoft_obstacle_mount(const char *path, char remark[ISOFT_OBSTACLE_REMARK_SIZE])
{
	static const struct {
		unsigned long type;
		const char *name;
	} mounts[] = {{0x65735546, "FUSE"}, {0x4d44, "FAT"}, {0x2011bab0, "exFAT"}, {0xff534d42, "CIFS"},
		{0xfe534d42, "SMB"}, {0x01021997, "9p"}, {0x5346544e, "NTFS"}, {0x786f4256, "VirtualBox"}};
	struct statfs status;

	*remark = '\0';
	for (size_t i = 0; statfs(path, &status) == 0 && i < sizeof(mounts) / sizeof(mounts[0]); i++) {
		if (((unsigned long)status.f_type & 0xffffffff) == mounts[i].type) {
			snprintf(remark, ISOFT_OBSTACLE_REMARK_SIZE,
				". Its mount (%s) may ignore chmod and chown: then set uid, gid and a mode without access for others "
				"where it is mounted, or set infusionsoft.store_path to a local disk",
				mounts[i].name);
		}
	}
	return remark;
}

#else

bool isoft_obstacle_attribute(const char *path)
{
	(void)path;
	return false;
}

void isoft_obstacle_describe(char *text, size_t size)
{
#ifdef _WIN32
	snprintf(text, size,
		"Windows denies it, by the access control list of the file or its directory (see it with icacls), or for a "
		"program that has the file "
		"open for itself, such as a virus scanner or a backup");
#else
	snprintf(text, size,
		"owner and mode allow it, so something else denies it: a security module, or an access control list");
#endif
}

const char *isoft_obstacle_mount(const char *path, char remark[ISOFT_OBSTACLE_REMARK_SIZE])
{
	(void)path;
	*remark = '\0';
	return remark;
}

#endif
