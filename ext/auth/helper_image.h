/*
 * Helper image: the bytes of the exchange helper (ext/exchange_helper.c), a program that the build makes and puts into
 * the extension's file.
 */
#ifndef ISOFT_AUTH_HELPER_IMAGE_H
#define ISOFT_AUTH_HELPER_IMAGE_H

extern const unsigned char isoft_helper_image[] __attribute__((visibility("hidden")));
extern const unsigned char isoft_helper_image_end[] __attribute__((visibility("hidden")));

#endif
