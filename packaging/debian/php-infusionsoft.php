mod debian/infusionsoft.ini
