/* Linked before the test: its static variables lie between these and those of statics_end.c. */
char processes_data_begin[16] = {1};
char processes_bss_begin[16];
