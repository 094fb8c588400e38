# Only for builds with the exchange helper (config.m4): the program that ext/auth/helper_image_posix.c puts into the extension.
$(builddir)/infusionsoft-exchange: $(INFUSIONSOFT_HELPER_SOURCES) $(INFUSIONSOFT_HELPER_HEADERS)
	$(CC) $(CPPFLAGS) $(CFLAGS_CLEAN) $(INFUSIONSOFT_HELPER_CFLAGS) -o $@ $(INFUSIONSOFT_HELPER_SOURCES) $(LDFLAGS) $(INFUSIONSOFT_HELPER_LIBS)

$(builddir)/ext/auth/helper_image_posix.lo: $(builddir)/infusionsoft-exchange

clean: infusionsoft-clean-exchange
infusionsoft-clean-exchange:
	rm -f $(builddir)/infusionsoft-exchange
.PHONY: infusionsoft-clean-exchange
