#include "auth/helper_image.h"

#ifdef ISOFT_EXCHANGE_HELPER

/* The build makes the program (Makefile.frag), and tells the assembler where it lies. */
__asm__(".section .rodata\n"
		".globl isoft_helper_image\n"
		".hidden isoft_helper_image\n"
		"isoft_helper_image:\n"
		".incbin \"infusionsoft-exchange\"\n"
		".globl isoft_helper_image_end\n"
		".hidden isoft_helper_image_end\n"
		"isoft_helper_image_end:\n"
		".previous\n");

#else

/* An empty translation unit is not C. */
typedef int isoft_no_helper_image;

#endif
