/*
 * Time text: a time as messages show it.
 *
 * The caller owns the buffer. No lock, no allocation: never bails out.
 */
#ifndef ISOFT_SUPPORT_TIME_TEXT_H
#define ISOFT_SUPPORT_TIME_TEXT_H

#include <stdint.h>

enum { ISOFT_TIME_TEXT_SIZE = 40 };

/* Writes Unix seconds as "2026-01-31 09:00:00 UTC"; "an unknown time" if the year has no four digits. */
void isoft_time_text(char text[ISOFT_TIME_TEXT_SIZE], int64_t seconds);

#endif
