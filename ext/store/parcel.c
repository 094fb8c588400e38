#include "store/parcel.h"

#include "store/handle.h"

void isoft_store_pack(const isoft_store *store, isoft_store_parcel *parcel)
{
	parcel->paths = store->paths;
	parcel->keys = *store->keys;
}

isoft_store *isoft_store_unpack(const isoft_store_parcel *parcel, isoft_failure *failure)
{
	isoft_store *store = isoft_store_new(failure);

	if (!store) {
		return NULL;
	}
	store->paths = parcel->paths;
	store->keys = isoft_keys_copy(&parcel->keys, failure);
	if (!store->keys || isoft_store_remap(store, failure) != ISOFT_STORE_OK) {
		isoft_store_close(store);
		return NULL;
	}
	return store;
}
