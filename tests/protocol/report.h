/* Report: what a search found, in one line, and the shortest way to each kind of violation, a step a line. */
#ifndef PROTOCOL_REPORT_H
#define PROTOCOL_REPORT_H

#include "search.h"

void report_print(const Search &search);

#endif
