<?php

/**
 * The public API of the infusionsoft extension for Keap (formerly Infusionsoft).
 *
 * For all functions:
 * - $account is the name of the account whose grant is used: 1 to 128 bytes without NUL. Null means the setting
 *   infusionsoft.account.
 * - Ids of contacts and tags are positive whole numbers, as int or string.
 * - Points in time that this extension gives are Unix seconds.
 * - Objects in fields, parameters, queries and bodies: a DateTimeInterface is sent as a date (its own calendar day in
 *   its own time zone) in a date field, and elsewhere as a point in time in UTC: 2026-01-31T00:00:00Z. In a custom
 *   field its type in Keap's model decides; where the model cannot be read, it is a point in time. A backed enum is its
 *   value, a Stringable or a JsonSerializable what it gives: also null, an entry or a whole collection. Another object
 *   is a \ValueError that names the field, and so are a resource and an enum without values. What __toString() or
 *   jsonSerialize() throws is not caught.
 * - Texts in Keap's formats are checked: a date is 2026-01-31, a point in time 2026-01-31T00:00:00Z (with Z or an
 *   offset; a fraction of a second is allowed), a country code has three letters, such as USA, and is required where an
 *   address has a region. An e-mail address with a space or an invisible character, such as a no-break or zero-width
 *   space at its end, is refused, not trimmed.
 *
 * On Linux a refresh runs in a child process of PHP, so that it survives a worker that is killed. A call goes on when a
 * refresh before the expiry takes longer than half a second; the child then ends later. A command-line script waits for
 * it at its end, after its output and for at most 70 s, because a container may end with the script. A script that makes
 * children of its own must wait for them by their ids: pcntl_wait(), and pcntl_waitpid() with -1, can return the
 * id of this child, and SIGCHLD can arrive for it. With infusionsoft_token_refresh() before the first pcntl_fork(), and
 * infusionsoft.keepalive=0, no such child is left running.
 *
 * Each function that calls Keap can throw:
 * - \ValueError or \TypeError: an argument is wrong. Nothing in Keap was changed; the contact, or the model of custom
 *   fields, may have been read.
 * - Infusionsoft\ConfigurationException: a php.ini setting is missing or wrong.
 * - Infusionsoft\StoreException: the token store cannot be used. It can also follow a 401, after which a new token is
 *   read from the store.
 *   Keap has not acted on the call after either of these two. A function that sends several requests, such as
 *   infusionsoft_tag_apply() with a list, may have sent the earlier ones.
 * - Infusionsoft\AuthorizationException: the owner of the Keap application must authorize (again), or the key must be
 *   replaced. The message names the credential and says how.
 * - Infusionsoft\TransportException: no usable reply arrived. Tried again first where the call is safe to repeat.
 * - Infusionsoft\RateLimitException: Keap's limits allow no call within infusionsoft.max_wait_ms. ->retryAfter is the
 *   number of seconds to wait.
 * - Infusionsoft\ApiException: Keap refused the request. ->status, ->errorCode, ->details, ->body and
 *   ->requestId hold its reply.
 *
 * ->maySent of each exception in Infusionsoft: True: Keap may have acted; repeating is harmless only where the call is
 * safe to repeat.
 *
 * The classes in Infusionsoft extend Infusionsoft\Exception, which stands for all of them in the lists of @throws
 * below.
 *
 * @generate-class-entries
 * @undocumentable
 */

namespace {
    /**
     * Returns the URL at Keap where the owner of the Keap application grants access. Sends nothing.
     *
     * Send the owner's browser to this URL. Keap then redirects the browser to $redirect_uri?code=…&state=…: pass that
     * code to infusionsoft_authorize().
     *
     * @param string      $redirect_uri Where Keap redirects the browser to: an https URL (http only for this machine),
     *                                  exactly as it is registered for the OAuth application.
     * @param string|null $state        Keap returns it unchanged in the redirect. Store a random value in the session
     *                                  and compare it in the callback, to detect a forged callback. Null sends no
     *                                  state.
     * @param string|null $account      Checked only: the URL is the same for all accounts. Null means the setting
     *                                  infusionsoft.account.
     *
     * @return string The URL.
     *
     * @throws \ValueError when $redirect_uri is not such a URL, or $account is not a name.
     * @throws Infusionsoft\ConfigurationException when infusionsoft.client_id is not set, or infusionsoft.authorize_url
     *                                             is wrong.
     *
     * @see https://developer.infusionsoft.com/getting-started-oauth-keys/
     */
    function infusionsoft_authorize_url(string $redirect_uri, ?string $state = null, ?string $account = null): string {}

    /**
     * Exchanges the code from the callback for a grant, and stores the grant.
     *
     * The exchange is finished and stored even if this process is killed during the call.
     *
     * @param string      $code         The value of `code` in the callback's query. It works once, for a few minutes.
     * @param string      $redirect_uri The same URL as for infusionsoft_authorize_url().
     * @param string|null $account      The account that gets the grant. Null means the setting infusionsoft.account.
     *
     * @return array The new status of the account, as infusionsoft_token_status() returns it.
     *
     * @throws \ValueError when an argument is wrong; nothing was sent.
     * @throws Infusionsoft\AuthorizationException when Keap refuses the code; an earlier grant of the account is kept.
     * @throws Infusionsoft\Exception when a setting, the store or the connection fails.
     *
     * @see https://developer.infusionsoft.com/getting-started-oauth-keys/
     */
    function infusionsoft_authorize(#[\SensitiveParameter] string $code, string $redirect_uri, ?string $account = null): array {}

    /**
     * Stores a grant that was obtained elsewhere, in place of the account's grant. Sends nothing.
     *
     * @param array       $token   Keap's token reply: access_token, refresh_token, and expires_in (seconds from now) or
     *                             expires_at (Unix seconds). `scope`, when present, gives the name of the Keap
     *                             application; other keys are ignored. Without an expiry the pair is refreshed before
     *                             its first use. Or an API key: ['api_key' => 'KeapAK-…'], a personal access token or
     *                             service account key. All texts together: at most 3,328 bytes.
     * @param string|null $account The account that gets the grant. Null means the setting infusionsoft.account.
     * @phpstan-param array<mixed> $token
     *
     * @return array The new status of the account, as infusionsoft_token_status() returns it.
     *
     * @throws \ValueError when a token is missing, empty, too long, or has a character that an HTTP header cannot hold.
     * @throws Infusionsoft\Exception when a setting is wrong or the store cannot be used.
     */
    function infusionsoft_token_import(#[\SensitiveParameter] array $token, ?string $account = null): array {}

    /**
     * Refreshes the account's grant when a refresh is due. Calls to Keap do that themselves: use this function in
     * deployments and health checks.
     *
     * When Keap has refused the refresh token, it is sent again 60 seconds after the first refusal, then after 5
     * minutes, and after pauses that double up to 24 hours; besides, once when the access token expires. Calls and the
     * keep-alive make these tries. In a pause this function throws at once, unless $force is true.
     *
     * A record that is sealed under one of infusionsoft.previous_keys is sealed again under the present key, also when
     * no refresh is due. An account with infusionsoft.api_key needs no refresh: nothing is done.
     *
     * Where several machines share the grant (infusionsoft.shared_store), $force also goes over the wait for a machine
     * that may hold a newer pair. The refresh token may then be one that such a machine has spent: Keap ends the grant.
     *
     * @param bool        $force   True refreshes now, also when no refresh is due, and in the pause after a refusal.
     * @param string|null $account The account to refresh. Null means the setting infusionsoft.account.
     *
     * @return array The new status of the account, as infusionsoft_token_status() returns it.
     *
     * @throws \ValueError when $account is not a name.
     * @throws Infusionsoft\AuthorizationException when the account has no grant, or Keap refuses its refresh token.
     * @throws Infusionsoft\Exception when a setting, the store or the connection fails.
     */
    function infusionsoft_token_refresh(bool $force = false, ?string $account = null): array {}

    /**
     * Returns the state of the account's grant. Contains no secret. Sends nothing. Use `needs_attention` in health
     * checks: it is true whenever a person must do something, and `attention` says what.
     *
     * A store that cannot be used, or a wrong setting, throws nothing here: `state` is then 'missing', and `attention`
     * says why.
     *
     * - `kind`: the kind of the grant; null without a grant.
     * - `state`: 'missing' (no grant that can be read: see `attention`), 'valid', 'refresh_due' (the next call
     *   refreshes the token), 'expired' (the next call refreshes the token before it is sent; also while Keap refuses
     *   client_id or client_secret, which `needs_attention` and `last_error` then tell), or
     *   'reauthorization_required' (Keap refused the refresh token: calls work until `expires_at`, and the refresh is
     *   tried again; or Keap refused a call with a fresh token, or the API key).
     * - `application`: the name of the Keap application; null when it is not known.
     * - `expires_at`: when the access token expires; null when that is not known, and for API keys.
     * - `refreshed_at`: when the access token was obtained; null when that is not known.
     * - `generation`: the number of times that the account's record was written.
     * - `last_error`: why the last refresh failed, or that Keap refused the credential of a call; null when neither
     *   happened since the last success.
     * - `needs_attention`: true when a person must do something: there is no grant; the key was revoked; the
     *   client_secret is wrong; the refresh token was refused, or the answer to a refresh was lost; the store or its
     *   directory cannot be used; a setting is wrong; or refreshes have failed for an hour after the expiry.
     * - `attention`: one sentence that says why, and what to do; null when nothing must be done.
     * - `previous_key`: present, and true, only while the record is sealed under one of infusionsoft.previous_keys. The
     *   next refresh, or infusionsoft_token_refresh(), seals it under the present key. Keep the previous key until
     *   then.
     *
     * @param string|null $account The account to look up. Null means the setting infusionsoft.account.
     *
     * @return array{account: string, kind: 'oauth2'|'api_key'|null,
     *               state: 'missing'|'valid'|'refresh_due'|'expired'|'reauthorization_required', application: ?string,
     *               expires_at: ?int, refreshed_at: ?int, generation: int, last_error: ?string, needs_attention: bool,
     *               attention: ?string, previous_key?: true}
     *
     * @throws \ValueError when $account is not a name.
     */
    function infusionsoft_token_status(?string $account = null): array {}

    /**
     * Returns the state of the grant of each account that has one, and of the account that uses infusionsoft.api_key.
     * Sends nothing.
     *
     * @return list<array{account: string, kind: 'oauth2'|'api_key'|null,
     *               state: 'missing'|'valid'|'refresh_due'|'expired'|'reauthorization_required', application: ?string,
     *               expires_at: ?int, refreshed_at: ?int, generation: int, last_error: ?string, needs_attention: bool,
     *               attention: ?string, previous_key?: true}>
     *               in no particular order; for the members see infusionsoft_token_status()
     *
     * @throws Infusionsoft\ConfigurationException when a setting is wrong.
     * @throws Infusionsoft\StoreException when the store or one of its records is damaged or unreadable, or sealed
     *                                     under another key.
     */
    function infusionsoft_accounts(): array {}

    /**
     * Erases the account's grant from the store. Sends nothing: Keap still lists the application until you remove it
     * there.
     *
     * @param string|null $account The account to forget. Null means the setting infusionsoft.account.
     *
     * @return bool True when the account had a grant.
     *
     * @throws \ValueError when $account is not a name.
     * @throws Infusionsoft\Exception when a setting is wrong or the store cannot be used.
     */
    function infusionsoft_token_forget(?string $account = null): bool {}

    /**
     * Saves a contact: updates the contact that is in Keap, or creates it. Fields and entries that are not given stay.
     *
     * The contact in Keap is found by its EMAIL1 address, and by more where $match says so; upper and lower case are
     * the same in all scripts, and blanks at the ends do not count. Of several contacts that match, the one with the lowest id is taken. The given fields are merged into
     * that contact, and only what differs is sent, as one masked update; where nothing differs, no update is sent.
     *
     * - An entry of a collection is merged member by member into the contact's entry with the same `field`
     *   (email_addresses, phone_numbers, fax_numbers, addresses), `type` (social_accounts) or `id` (custom_fields). All
     *   other entries and members stay. infusionsoft_contact_update() lists the few members that go with an old value.
     * - company, origin and utm_parameters are merged by member too, as in infusionsoft_contact_update().
     * - Null, empty texts and empty lists change nothing: infusionsoft_contact_update() empties fields. An empty address,
     *   number, account name or opt_in_reason is refused, as in infusionsoft_contact_create().
     *
     * Without such a contact, one is created with $match as duplicate_option, so that two calls at the same time make
     * one contact. If another client creates the same contact between the search and the creation, Keap replaces the
     * collections that are given here, as it does for infusionsoft_contact_create(): what that client wrote into them
     * can be lost. Two jobs of a batch are two clients: of two rows with the same new address, the second creation can
     * replace the collections of the first. Give the rows of one address to one job, or merge them before.
     *
     * Keap takes a collection, or company, only as a whole. What another client, process or job writes into the same
     * one between this call's search and its change can be lost.
     *
     * @param array       $contact The contact, as for infusionsoft_contact_create(), with an EMAIL1 address: `email`,
     *                             or that entry of email_addresses. Each entry of a collection needs its `field`,
     *                             `type` or `id`.
     * @param string      $match   What makes a contact the same: 'Email', 'EmailAndName' (given_name and family_name
     *                             too) or 'EmailAndNameAndCompany' (company.id too). $contact must hold what is
     *                             compared.
     * @param array|null  $fields  Names of the properties that the reply holds. Null means Keap's default properties,
     *                             and all properties where nothing differs.
     * @param string|null $account The account to use. Null means the setting infusionsoft.account.
     * @phpstan-param array{email?: ?string, opt_in_reason?: ?string, phone?: ?string, custom_fields?: ?array<mixed>, ...} $contact Keap's own fields
     * @phpstan-param 'Email'|'EmailAndName'|'EmailAndNameAndCompany' $match
     * @phpstan-param array<string>|null $fields
     *
     * @return array{id: string, ...} Keap's contact; without `id` when $fields does not name it
     *
     * @throws \ValueError as infusionsoft_contact_create() does, when $contact lacks what $match compares, and when
     *                     an entry lacks what says which one it is, or what a new entry needs.
     * @throws Infusionsoft\Exception when the call fails: see the list at the top.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Contact/operation/updateContact
     */
    function infusionsoft_contact_upsert(array $contact, string $match = 'Email', ?array $fields = null, ?string $account = null): array {}

    /**
     * Creates a contact.
     *
     * To add to a contact that may be in Keap already, use infusionsoft_contact_upsert(): with $duplicate_option, this
     * function replaces whole collections of the contact that Keap finds. For example, with `email` alone, the
     * contact's second address and the opt-in reason of the first are removed; with `phone`, its other numbers, and the
     * type and extension; with custom_fields, its other custom fields.
     *
     * @param array       $contact          Keap's own fields (given_name, family_name, company, addresses, …) by their
     *                                      names. Names and types are checked before anything is sent. At least one of
     *                                      email_addresses, phone_numbers and addresses is required. Short forms:
     *                                      `email` is the first entry of email_addresses (EMAIL1), opt_in_reason beside
     *                                      it is that entry's opt_in_reason, `phone` is the first entry of
     *                                      phone_numbers (PHONE1), and custom_fields can be a map from the id or the
     *                                      name of a custom field to its value. The name is the label that Keap shows,
     *                                      or the field_name of Keap's contact model. The model is read from Keap for
     *                                      a name that is not known yet; all processes with the same store then use
     *                                      that name's id for an hour. Null leaves a field out. An address, a number,
     *                                      the name of a social account and opt_in_reason must not be an empty or blank
     *                                      text: leave it out, or give null.
     * @param string|null $duplicate_option 'Email', 'EmailAndName' or 'EmailAndNameAndCompany': Keap updates the
     *                                      contact that matches by these fields, and creates a contact only when no
     *                                      contact matches. Such a call is retried when its reply is lost, if $contact
     *                                      holds what Keap compares: an EMAIL1 address, given_name or family_name (not
     *                                      only blanks) for the name, and a positive company.id for the company. Any other
     *                                      creation is sent again only when nothing was sent, or when Keap's reply says
     *                                      that it did nothing (401, 429). Null always creates a contact.
     * @param array|null  $fields           Names of the properties that the reply holds; null for Keap's default
     *                                      properties.
     * @param string|null $account          The account to use. Null means the setting infusionsoft.account.
     * @phpstan-param array{email?: ?string, opt_in_reason?: ?string, phone?: ?string, custom_fields?: ?array<mixed>, ...} $contact Keap's own fields
     * @phpstan-param 'Email'|'EmailAndName'|'EmailAndNameAndCompany'|null $duplicate_option
     * @phpstan-param array<string>|null $fields
     *
     * @return array{id: string, ...} Keap's contact; without `id` when $fields does not name it
     *
     * @throws \ValueError when a field is unknown, missing or of another type; the message names it, and the nearest
     *                     known field. Also when Keap has no custom field, or several, with a given name.
     * @throws Infusionsoft\Exception when the call fails: see the list at the top.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Contact/operation/createContact
     */
    function infusionsoft_contact_create(array $contact, ?string $duplicate_option = null, ?array $fields = null, ?string $account = null): array {}

    /**
     * Returns the contact with the id.
     *
     * @param int|string  $id      The id of the contact.
     * @param array|null  $fields  Names of the properties that the reply holds; null for Keap's default properties.
     * @param string|null $account The account to use. Null means the setting infusionsoft.account.
     * @phpstan-param array<string>|null $fields
     *
     * @return array{id: string, ...} Keap's contact; without `id` when $fields does not name it
     *
     * @throws \ValueError when $id is not an id, or $fields holds a name that is not a property of a contact.
     * @throws \TypeError when $id is neither int nor string.
     * @throws Infusionsoft\ApiException with status 404 when there is no such contact.
     * @throws Infusionsoft\Exception when the call fails: see the list at the top.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Contact/operation/getContact
     */
    function infusionsoft_contact_get(int|string $id, ?array $fields = null, ?string $account = null): array {}

    /**
     * Finds the contact with the e-mail address. Upper and lower case are the same. When several contacts have the
     * address, the one with the lowest id is returned.
     *
     * @param string      $email   One whole e-mail address.
     * @param string|null $account The account to use. Null means the setting infusionsoft.account.
     *
     * @return array{id: string, ...}|null Keap's contact; null when no contact has the address
     *
     * @throws \ValueError when $email is not one whole e-mail address.
     * @throws Infusionsoft\Exception when the call fails: see the list at the top.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Contact/operation/listContacts
     */
    function infusionsoft_contact_find(string $email, ?string $account = null): ?array {}

    /**
     * Changes the given fields of a contact, and no other fields.
     *
     * Collections are merged: the contact is read first, and an entry in $changes changes the contact's entry with the
     * same `field` (email_addresses, phone_numbers, fax_numbers, addresses), `type` (social_accounts) or `id`
     * (custom_fields), and adds it where the contact has none. Entries and members that $changes does not name stay: a
     * new number keeps its `type` and `extension`. Only members that belong to an old value go with it, unless they are
     * given too:
     *
     * - `opt_in_reason` when the address changes. An address that differs only in case is the same and keeps it.
     * - `number_e164` when the number changes.
     * - `region_code` when `region` changes, and `region` when `region_code` changes; `country` when `country_code`
     *   changes, and `country_code` when `country` changes (unless it names the same country in English); `zip_code`
     *   and `zip_four` when `postal_code` changes, and `postal_code` and `zip_four` when `zip_code` changes.
     *
     * company, origin and utm_parameters are merged by member in the same way. A new company.id does not keep the old
     * company_name. A new company_name does not keep the old id: with both, Keap could rename that company, for all its
     * contacts. The id stays where Keap has no name for it, or one that differs only in case and in blanks at the ends;
     * give `id` too to keep it in any case. utm_parameters are merged only with those of the same keap_source_id.
     *
     * Keap takes a collection, or one of these objects, only as a whole. What another client, process or job of a batch
     * writes into the same one between this call's reading and its change can be lost.
     *
     * Where Keap holds an address with a region and without country_code, each change of the addresses needs that
     * country_code: the \ValueError names the address.
     *
     * Null empties: a field; a whole collection; a member of an entry or object; with `email`, `phone` or an entry in a map of
     * custom fields, that entry. An entry whose address, number, name or content is null is removed. An empty list
     * changes nothing, and an empty or blank address, number, name or opt_in_reason is refused: leave it out, or give
     * null.
     *
     * A contact from infusionsoft_contact_get() can be given with changes: it is compared with the contact in Keap, and
     * only what differs is sent. Its read-only members are ignored where it holds its `id`; without `id`, those that are
     * as in Keap. Whatever else has changed in Keap since the contact was read is overwritten with what was read. An
     * entry that was taken out of its list stays in Keap.
     *
     * @param int|string  $id      The id of the contact.
     * @param array       $changes Fields as for infusionsoft_contact_create(), in both shapes. Each entry of a
     *                             collection needs its `field`, `type` or `id`. opt_in_reason needs `email` beside it.
     * @param array|null  $fields  Names of the properties that the reply holds; null for Keap's default properties.
     * @param string|null $account The account to use. Null means the setting infusionsoft.account.
     * @phpstan-param array{email?: ?string, opt_in_reason?: ?string, phone?: ?string, custom_fields?: ?array<mixed>, ...} $changes Keap's own fields
     * @phpstan-param array<string>|null $fields
     *
     * @return array{id: string, ...} Keap's contact; without `id` when $fields does not name it
     *
     * @throws \ValueError when $id is not an id, when a field is unknown or of another type (the message names it, and
     *                     the nearest known field), when $changes is empty, when its `id` is another contact's, or
     *                     when, without `id`, something read-only differs from the contact in Keap.
     * @throws \TypeError when $id is neither int nor string.
     * @throws Infusionsoft\ApiException with status 404 when there is no such contact.
     * @throws Infusionsoft\Exception when the call fails: see the list at the top.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Contact/operation/updateContact
     */
    function infusionsoft_contact_update(int|string $id, array $changes, ?array $fields = null, ?string $account = null): array {}

    /**
     * Deletes a contact. When a reply is lost the request is retried; a 404 on the retry then counts as success.
     *
     * @param int|string  $id      The id of the contact.
     * @param string|null $account The account to use. Null means the setting infusionsoft.account.
     *
     * @throws \ValueError when $id is not an id.
     * @throws \TypeError when $id is neither int nor string.
     * @throws Infusionsoft\ApiException with status 404 when there is no such contact.
     * @throws Infusionsoft\Exception when the call fails: see the list at the top.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Contact/operation/deleteContact
     */
    function infusionsoft_contact_delete(int|string $id, ?string $account = null): void {}

    /**
     * Applies a tag, or several tags, to contacts. A contact that has the tag already keeps it.
     *
     * Several tags for one contact are sent as one request of Keap's API v1, for each 100 tags. Everything else is sent
     * as requests of API v2: one for each tag and each 100 contacts. After a request that fails, no more are sent.
     *
     * @param int|string|array $tags     The id of one tag, or a list of ids. An empty list sends nothing.
     * @param int|string|array $contacts The id of one contact, or a list of ids. An empty list sends nothing.
     * @param string|null      $account  The account to use. Null means the setting infusionsoft.account.
     * @phpstan-param int|string|array<int|string> $tags
     * @phpstan-param int|string|array<int|string> $contacts
     *
     * @return array<int|string, mixed> For one tag: the outcome by the contact's id. For a list of tags, also a list of
     *                                  one: such a map by the tag's id. The outcome is 'SUCCESS', or 'DUPLICATE' when
     *                                  the contact had the tag already. PHP turns numeric ids into int keys: merge such
     *                                  maps with +, not with array_merge().
     * @phpstan-return ($tags is array ? array<int|string, array<int|string, 'SUCCESS'|'DUPLICATE'>> : array<int|string, 'SUCCESS'|'DUPLICATE'>)
     *
     * @throws \ValueError when $tags, $contacts or an entry of them is not an id.
     * @throws \TypeError when $tags or $contacts has another type.
     * @throws Infusionsoft\ApiException with status 200 when Keap could not apply a tag to some of the contacts:
     *                                   ->results then holds every outcome, in the shape of the returned array. With
     *                                   status 404 when there is no such tag. When a later request fails, ->results of
     *                                   the ApiException holds the outcomes of the earlier requests.
     * @throws Infusionsoft\Exception when the call fails: see the list at the top.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Tags/operation/applyTags
     */
    function infusionsoft_tag_apply(int|string|array $tags, int|string|array $contacts, ?string $account = null): array {}

    /**
     * Removes a tag, or several tags, from contacts. A contact without the tag stays as it is. The requests are the
     * same in number and order as those of infusionsoft_tag_apply().
     *
     * @param int|string|array $tags     The id of one tag, or a list of ids. An empty list sends nothing.
     * @param int|string|array $contacts The id of one contact, or a list of ids. An empty list sends nothing.
     * @param string|null      $account  The account to use. Null means the setting infusionsoft.account.
     * @phpstan-param int|string|array<int|string> $tags
     * @phpstan-param int|string|array<int|string> $contacts
     *
     * @throws \ValueError when $tags, $contacts or an entry of them is not an id.
     * @throws \TypeError when $tags or $contacts has another type.
     * @throws Infusionsoft\ApiException with status 404 when there is no such tag.
     * @throws Infusionsoft\Exception when the call fails: see the list at the top.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Tags/operation/removeTags
     */
    function infusionsoft_tag_remove(int|string|array $tags, int|string|array $contacts, ?string $account = null): void {}

    /**
     * Creates a tag. Keap refuses a name that another tag has: call infusionsoft_tag_find() first.
     *
     * @param string          $name        One line of text, not blank.
     * @param string|null     $description Null creates the tag without a description.
     * @param int|string|null $category    The id of a tag category. Null creates the tag without a category.
     * @param string|null     $account     The account to use. Null means the setting infusionsoft.account.
     *
     * @return array{id: string, name: string, ...} Keap's tag
     *
     * @throws \ValueError when $name or $description is not such text, or $category is not an id.
     * @throws \TypeError when $category has another type.
     * @throws Infusionsoft\Exception when the call fails: see the list at the top.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Tags/operation/createTag
     */
    function infusionsoft_tag_create(string $name, ?string $description = null, int|string|null $category = null, ?string $account = null): array {}

    /**
     * Finds the tag with the name. A tag whose name has the same upper and lower case comes first; otherwise case does
     * not matter, in any alphabet ("été" finds "ÉTÉ"). When several tags match equally, the one with the lowest id is returned.
     *
     * When $name has the upper and lower case of the tag, its id is cached for an hour, for all processes with the same
     * store, so this function can stand in front of each infusionsoft_tag_apply(). The id leaves the cache when Keap
     * answers 404 for it. A name that no tag has, or in another case, is searched for in each call.
     *
     * @param string      $name    One line of text, not blank.
     * @param string|null $account The account to use. Null means the setting infusionsoft.account.
     *
     * @return array{id: string, name: string}|null The tag, with its name as Keap writes it; null when no tag has the
     *                                              name.
     *
     * @throws \ValueError when $name is not such text.
     * @throws Infusionsoft\Exception when the call fails: see the list at the top.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Tags/operation/listTags
     */
    function infusionsoft_tag_find(string $name, ?string $account = null): ?array {}

    /**
     * Calls an operation of Keap's REST API by its operationId: all operations of v2, and what only v1 has
     * (appointments, REST hooks, the tags of one contact, creating users and others). docs/operations.md lists the
     * operations and their parameters.
     *
     * Before anything is sent, the parameters are checked against Keap's own description. The description also says
     * which of them belong to the path, the query, a header and the body.
     *
     * @param string      $operation  The operationId, such as 'listContacts'. Upper and lower case differ.
     * @param array       $parameters name => value, by Keap's names; null leaves a parameter out. Ids can be int or
     *                                string; an integer can be a string of digits; lists are PHP lists. `body` can hold
     *                                the whole body instead of its properties one by one: that is required when the
     *                                body is a list, or when the path and the body have a parameter of the same name. A
     *                                file is a CURLFile, a CURLStringFile (the content itself), an SplFileInfo, or a
     *                                string: the path of a file, which is read from the disk of this machine. Never
     *                                pass a path that a user can choose: Keap would get any file that PHP can read.
     *                                An update changes the fields that `update_mask` names; without `update_mask`, Keap
     *                                empties the collections that are left out. custom_fields can be a map from the id
     *                                or the name of a custom field to its value, as for infusionsoft_contact_create():
     *                                the names are those of the model of the resource (orders, companies, …); null
     *                                leaves a custom field out.
     *                                `filter` is a string in Keap's syntax, or an array of conditions that must all be
     *                                met: ['email' => $email, 'start_update_time' => new DateTime('-1 day')].
     *                                docs/operations.md lists the names. A value is a string, a number, a bool, a
     *                                backed enum, or for a time a DateTimeInterface, and for some names a list of which
     *                                one must match. Null, an empty value and what Keap reads as an operator (; * ==
     *                                != < > and NONE) are refused, because the search would find more. Conditions on
     *                                custom fields are under 'custom_fields', by their field_name.
     * @param string|null $account    The account to use. Null means the setting infusionsoft.account.
     * @phpstan-param array<string, mixed> $parameters
     *
     * @return mixed The decoded reply; null when the reply has no body. The operation getHtml returns its HTML as a
     *               string, getFileData and getFileData_1 the bytes of a file.
     *
     * @throws \ValueError when the operation or a parameter is unknown, missing or of another type; the message names
     *                     it, and the nearest known name.
     * @throws Infusionsoft\Exception when the call fails: see the list at the top.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/
     */
    function infusionsoft_call(string $operation, array $parameters = [], ?string $account = null): mixed {}

    /**
     * Returns an iterator over the entries of a list, from all its pages. A page is requested when its first entry is
     * needed, and one page is in memory at a time.
     *
     *     foreach (infusionsoft_each('listContacts', ['filter' => ['city' => 'Austin']]) as $contact) { … }
     *
     * When the request for a page fails, the iterator throws; valid() then requests that page again. A list that would
     * never end is an Infusionsoft\ApiException (a page that was read before, 100 pages without an entry), and so is a
     * list of v1 that ends before its `count`, after its last entry. To continue in another process, store the result
     * of the iterator's position(): infusionsoft_each($operation, $position + $parameters) begins at that page.
     *
     * @param string      $operation  The operationId of an operation that returns a list, such as 'listContacts'.
     * @param array       $parameters As for infusionsoft_call(). `page_size` is the number of entries per page; without
     *                                it, pages have the largest size that Keap gives. `page_token` (v2) or `offset`
     *                                (v1) is the position of the first page.
     * @param string|null $account    The account to use. Null means the setting infusionsoft.account.
     * @phpstan-param array<string, mixed> $parameters
     *
     * @return Infusionsoft\Each The keys are 0, 1, 2, …; the values are the decoded entries.
     *
     * @throws \ValueError as infusionsoft_call() does, and when the operation returns no list. This function throws it,
     *                     not the iterator; the iterator throws the exceptions in the list at the top.
     * @throws Infusionsoft\Exception when a setting is wrong.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/
     */
    function infusionsoft_each(string $operation, array $parameters = [], ?string $account = null): Infusionsoft\Each {}

    /**
     * Sends any request to Keap's REST API, with the credential, the retries and the exceptions of all other calls. A
     * POST is not retried when its reply is lost.
     *
     * @param string      $method  GET, POST, PUT, PATCH or DELETE.
     * @param string      $path    A percent-encoded path below infusionsoft.base_url, without a query. It begins with
     *                             one slash, such as '/rest/v2/contacts'.
     * @param array|null  $query   name => value. True and false are sent as these words, null is left out, and a list
     *                             repeats its name.
     * @param mixed       $body    Sent as JSON; null sends no body. stdClass and ArrayObject are JSON objects; other
     *                             objects see the list at the top.
     * @param string|null $account The account to use. Null means the setting infusionsoft.account.
     * @phpstan-param array<string, scalar|object|array<scalar|object>|null>|null $query
     *
     * @return mixed The decoded reply; null when the reply has no body. Integers that PHP cannot hold are strings.
     *
     * @throws \ValueError when an argument is wrong, or $body cannot be written as JSON.
     * @throws Infusionsoft\Exception when the call fails: see the list at the top.
     * @throws \Throwable when jsonSerialize() or __toString() of an object throws.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/
     */
    function infusionsoft_request(string $method, string $path, ?array $query = null, mixed $body = null, ?string $account = null): mixed {}

    /**
     * Runs many calls at the same time, over one HTTP/2 connection (over up to six connections when the server has
     * HTTP/1.1 only, or libcurl is older than 7.88).
     *
     *     $calls = (function () use ($rows) {
     *         foreach ($rows as $key => $row) {
     *             yield $key => fn () => infusionsoft_contact_upsert($row);
     *         }
     *     })();
     *     foreach (infusionsoft_batch($calls) as $key => $result) {
     *         if ($result instanceof \Throwable) {
     *             error_log("$key: {$result->getMessage()}");
     *         }
     *     }
     *
     * A result is what the call returned, or the \Throwable that it threw: an Infusionsoft\Exception, or a \ValueError
     * or \TypeError when the row has a bad argument.
     *
     * A call is a callable without arguments. Each call runs in its own Fiber. While a function of this extension waits
     * in one call, the other calls continue; retries, refreshes and exceptions are the same as outside of a batch. What
     * one call does in sequence (create, then tag) stays in sequence.
     *
     * Limits of a call:
     * - Anything else that takes time, such as sleep() or a database query, blocks all calls.
     * - A call that forks continues in the parent only. In the child the batch throws an \Error, as do its calls.
     * - A call must not suspend its fiber. In a Fiber that a call creates, functions of this extension block.
     * - A batch inside a call runs, and blocks the outer batch meanwhile.
     * - A refresh of the access token holds up the calls of its account only, and a script's handler of SIGCHLD may
     *   hear of it. Where an exchange has no process of its own (phpinfo, "Exchange": Windows, macOS), and while 16
     *   others run, it blocks all calls until it ends.
     *
     * Nothing starts before the first result is requested. Calls make progress only while a result is requested; time
     * between these requests does not count against their timeouts. $calls is read as needed: at most 2 × $in_flight
     * calls ahead of the current result. A batch that is released early abandons its running calls, on which Keap may
     * have acted. A batch runs once.
     *
     * The replies under way share 32 MiB, and their buffers take up to twice that while they grow; memory_limit does not
     * count them. Beyond that, calls wait, and the reply to a call that is safe to repeat may be given up and asked for
     * again, once. The reply to a call that must not be sent twice is kept in any case.
     *
     * The calls of a batch take their slots under the rate limit one after the other, and a batch of any size reserves
     * one ahead: another process's call waits for one slot of each batch that runs. With infusionsoft.priority "low" a
     * batch reserves none, and other calls come first.
     *
     * When a connection breaks, each call on it that is not safe to repeat (a creation without $duplicate_option)
     * throws a TransportException with ->maySent. With $duplicate_option the call is repeated.
     *
     * @param array|\Traversable $calls key => callable(): mixed. The results have the same keys. An array may name
     *                                 methods that are private where infusionsoft_batch() is called; a Traversable must
     *                                 give closures for them.
     * @param callable|null $progress  function (int $done, int $failed, int $inFlight, ?float $secondsLeft): void,
     *                                 called when a call has ended. $done includes the failed calls. $secondsLeft is
     *                                 null when $calls is neither an array nor Countable. An exception from $progress
     *                                 ends the batch.
     * @param bool          $ordered   True returns results in the order of $calls. False returns them as they arrive,
     *                                 so a slow call delays no other result.
     * @param int           $in_flight How many calls run at the same time: 1 to 256.
     * @phpstan-template TKey
     * @phpstan-template TValue
     * @phpstan-param iterable<TKey, callable(): TValue> $calls
     * @phpstan-param (callable(int, int, int, ?float): void)|null $progress
     *
     * @return \Iterator<mixed, mixed> key => the value that the call returned, or the \Throwable that it threw
     * @phpstan-return \Iterator<TKey, TValue|\Throwable>
     *
     * @throws \ValueError when $in_flight is out of range.
     * @throws \TypeError  from the iterator when an entry of $calls is not callable, after the results of the calls
     *                     before it. The iterator throws exceptions from $calls itself in the same way.
     */
    function infusionsoft_batch(iterable $calls, ?callable $progress = null, bool $ordered = true, int $in_flight = 32): \Iterator {}

    /**
     * For tests of applications: replaces Keap by the given replies until the end of this request of PHP.
     *
     * Nothing is sent, the store is neither needed nor used, and each account has a grant. Calls are checked as usual
     * before the fake answers them, so a call that throws a \ValueError in production throws it in the test too. Calls
     * are not retried.
     *
     *     infusionsoft_fake([]);                                             // every call succeeds
     *     infusionsoft_fake(['createContact' => ['id' => '7'], 'applyTags' => 503]);
     *     infusionsoft_fake(['listContacts' => [429, ['contacts' => []]]]);  // a list is a sequence of replies
     *     infusionsoft_fake(fn (array $request) => …);                       // or a reply for each request
     *     infusionsoft_fake(null);                                           // calls go to Keap again
     *
     * The keys are the operationIds in docs/operations.md; the page behind the link of each function here names its
     * operation. A reply is one of:
     * - an array or object: status 200 with this body as JSON
     * - a string: status 200 with this body
     * - an int: this status without a body
     * - null: status 204
     * - ['status' => 400, 'body' => […], 'retry_after' => 7, 'headers' => ['x-request-id' => '…']]: all but `status` are
     *   optional; `retry_after` is in seconds; of `headers`, those count that infusionsoft_last_reply() shows
     * - ['fault' => 'not_sent'], ['fault' => 'no_reply'] or ['fault' => 'cut']: a TransportException
     * - a \Throwable: it is thrown as it is, each time the same object
     * - a closure: it gets the request and returns one of the above
     *
     * When the request of PHP ends, so does the fake. User code that runs even later (a session handler that writes
     * late) gets an \Error for a call, and for beginning a fake.
     *
     * While the setting infusionsoft.fake is "strict", as phpunit.xml can set it, a call without a fake throws an \Error
     * that names the reply it needs, and so does a call that none of the given keys fits. Nothing is sent.
     *
     * An operation without a reply succeeds: what is created or updated comes back with an id (a contact with status
     * 201: it was created), a get returns an entry with the requested id, lists are empty, and each contact gets the
     * tag.
     *
     * @param array|callable|null $responses Replies by operationId, by "METHOD /path" (which is looked up first), or by
     *                                       "*" for all other requests; a list of replies for all requests; or a
     *                                       function (array $request): mixed, which gets requests in the shape of
     *                                       infusionsoft_recorded(). A request after the end of a sequence throws an
     *                                       \Error. Null ends the fake.
     *
     * @throws \ValueError when a key is not an operation.
     * @throws \TypeError when $responses has another type.
     * @phpstan-param array<mixed>|(callable(array{operation: ?string, method: string, path: string, query: array<string|list<string>>, body: mixed, account: string}): mixed)|null $responses
     */
    function infusionsoft_fake(array|callable|null $responses): void {}

    /**
     * Returns the requests since infusionsoft_fake() in their order, as Keap would have received them.
     *
     * @return list<array{operation: ?string, method: string, path: string, query: array<string|list<string>>, body: mixed, account: string}>
     *         `operation` is null when the path belongs to no operation. Values in `query` are strings, or lists of
     *         strings. `body` is the decoded JSON; null without a body; for an upload, the bytes.
     */
    function infusionsoft_recorded(): array {}

    /**
     * Returns the address of a REST hook with a mark that only Keap is given. Sends nothing.
     *
     * Keap signs no delivery, so the address itself must be a secret. The mark is a keyed hash of the account, the path
     * and the query, under a key that is derived from the store's: nobody without the key can make one, and all
     * machines with the same key accept it. The host is not covered, because proxies change it. Where there is no store
     * yet, one is created as for a grant. While a fake is on, the store is not used.
     *
     *     $url = infusionsoft_hook_url('https://www.example.com/keap/hooks');
     *     // https://www.example.com/keap/hooks?keap_mark=2f6c…
     *
     * infusionsoft_hooks_sync() adds the mark itself. https://developer.keap.com/rest-hook-documentation/
     *
     * @param string $url https; http for this machine only, for tests. Without "#", and without [] in its query.
     * @param string|null $account Null: infusionsoft.account.
     *
     * @return string `$url` with `keap_mark` of 64 hexadecimal digits. It does not change until the key does.
     *
     * @throws \ValueError when the address or the account cannot be used.
     * @throws Infusionsoft\ConfigurationException when infusionsoft.account or a setting of the store is wrong.
     * @throws Infusionsoft\StoreException when the store cannot be used: its key makes the mark.
     */
    function infusionsoft_hook_url(string $url, ?string $account = null): string {}

    /**
     * Checks a request that Keap sent to a hook, and returns what it says. Sends nothing.
     *
     *     $hook = infusionsoft_hook_receive($_SERVER['REQUEST_URI'], $_SERVER, file_get_contents('php://input'));
     *     foreach ($hook['headers'] as $name => $value) {
     *         header("$name: $value");
     *     }
     *     foreach ($hook['events'] as $event) {
     *         // put it into a queue, and answer: Keap waits for 30 seconds only
     *     }
     *
     * Keap verifies a hook by a request with a header X-Hook-Secret, which the answer must repeat: `headers` has it then.
     * Afterwards it sends events: which object was changed, not how. It tries four times within 36 minutes, and then
     * sends no more until infusionsoft_hooks_sync() revives the hook; an answer with status 410 ends it at once.
     *
     * A repeated event is left out: one that this machine has handled within the last hour, in a PHP request that ended
     * well (status 200 to 399, no fatal error). So what a failed request received comes again, and nothing is lost.
     * Workers that serve several requests within one request of PHP (Octane, RoadRunner) get every repeat, as does an
     * event that arrives within 2 seconds of its own time: a second change within that second looks the same.
     *
     * @param string $url The address as it arrived, with its query; scheme and host may be missing.
     * @param array $headers The request's headers: names in any case, values as strings or as lists of strings; $_SERVER
     *                       has them too.
     * @phpstan-param array<mixed> $headers
     * @param string $body The request's body, unchanged.
     * @param string|null $account Null: infusionsoft.account. The one for which the address was made.
     *
     * @return array{verify: bool, headers: array{X-Hook-Secret?: string}, events: list<array{event: string, type: ?string, id: string, at: ?int, details: array<mixed>}>}
     *         `headers` must be sent with the answer, whose status must be 200. `at` is in Unix seconds; null without a
     *         time that can be read. `details` has what Keap adds to an object and documents nowhere.
     *
     * @throws \ValueError when the body is no delivery, or the account cannot be used.
     * @throws Infusionsoft\AuthorizationException when the address has no mark, or another one than this account and path
     *                                             need: answer with status 403.
     * @throws Infusionsoft\ConfigurationException when infusionsoft.account or a setting of the store is wrong.
     * @throws Infusionsoft\StoreException when there is no store with the key, or it cannot be used.
     */
    function infusionsoft_hook_receive(#[\SensitiveParameter] string $url, #[\SensitiveParameter] array $headers, string $body, ?string $account = null): array {}

    /**
     * Makes the account's REST hooks those that are named: creates what is missing, verifies what Keap has not verified
     * or has made inactive, and removes what this application has made and does not name. Run it every hour, and after
     * each deployment that changes the list.
     *
     *     infusionsoft_hooks_sync([
     *         'contact.add' => 'https://www.example.com/keap/hooks',
     *         'contact.edit' => 'https://www.example.com/keap/hooks',
     *     ]);
     *
     * Each address gets its mark (see infusionsoft_hook_url()). While this function runs, Keap calls the addresses and
     * must get an answer (see infusionsoft_hook_receive()): a server with one worker cannot call it within a request. A
     * hook is removed only if its address has a mark of this account under a key of this store, and the scheme, host
     * and port of an address that is named. The old hook of an event stays until the new one is verified. Hooks of other
     * applications are left alone. A second call changes nothing. Needs one request when nothing is to be done.
     *
     * @param array $urls Event => address. `list_hook_event_types` lists the events.
     * @phpstan-param array<string, string> $urls
     * @param string|null $account Null: infusionsoft.account.
     *
     * @return list<array{event: string, url: string, did: 'kept'|'created'|'verified'|'removed'|'failed', key: ?string, status: ?string, error: ?string}>
     *         One entry for each address that was named, and for each hook that was removed. `url` is without its mark.
     *         `failed`: Keap has the hook but could not verify it, or refused it; `error` says why. The next call tries
     *         again.
     *
     * @throws \ValueError when no hook is named, an address cannot be used (see infusionsoft_hook_url()), or Keap has no
     *                     such event.
     * @throws \TypeError when an address is not a string.
     * @throws Infusionsoft\Exception as infusionsoft_call() does. What was done before is not undone: call it again.
     */
    function infusionsoft_hooks_sync(array $urls, ?string $account = null): array {}

    /**
     * Returns the limits of this account's credential, as Keap's last replies stated them. Sends nothing.
     *
     * All accounts of an OAuth application share its limits; an API key has its own. All processes with the same store
     * see the same values, without a store a process and those that are forked from it: a process adds what it saw at
     * the end of the PHP request, in a long one once a second. `day` and `minute` are limits of the credential;
     * `tenant_minute` and `tenant_day` are limits of the whole Keap application, for all its clients together.
     *
     * A value that Keap has not stated is null; before the first reply all values are null. `resets_at` is the time
     * that Keap stated, or otherwise the next 00:00 UTC for a day and the next full minute for a minute; it is always
     * in the future. When a window has ended since the last reply, `available` equals `limit` and `used` is 0, although
     * other clients may have called since. Values over 4,294,967,294 are returned as 4,294,967,294.
     *
     *     ['available' => $left, 'resets_at' => $reset] = infusionsoft_limits()['day'];
     *
     * @param string|null $account The account to look up. Null means the setting infusionsoft.account.
     *
     * @return array{day: array{limit: ?int, available: ?int, used: ?int, resets_at: ?int},
     *               minute: array{limit: ?int, available: ?int, used: ?int, resets_at: ?int},
     *               tenant_minute: array{limit: ?int, available: ?int, used: ?int, resets_at: ?int},
     *               tenant_day: array{limit: ?int, available: ?int, used: ?int, resets_at: ?int},
     *               seen_at: ?int} numbers of calls; `resets_at` and `seen_at` in Unix seconds. `seen_at` is the time
     *               of the last reply that stated a limit.
     *
     * @throws \ValueError when $account is not a name.
     * @throws Infusionsoft\ConfigurationException when a setting is wrong.
     * @throws Infusionsoft\StoreException when the store is damaged or unreadable, or sealed under another key.
     */
    function infusionsoft_limits(?string $account = null): array {}

    /**
     * Returns what is known about the last call to Keap that ended in this request of PHP. Sends nothing. In a job of a
     * batch: the last call of that job. A function that sends several requests leaves what is known about the last.
     *
     *     infusionsoft_contact_create(['email' => 'ann@example.com'], 'Email');
     *     $isNew = infusionsoft_last_reply()['created'];
     *
     * - `status`: the HTTP status of the last reply; 0 when the last try got no reply, or nothing was sent.
     * - `created`: true when a contact was created, false when the call found a contact and changed it or left it as it
     *   was; null for a call that does not create contacts, or failed. Null too when a creation was sent again and Keap
     *   then found a contact: the earlier try may have created it.
     * - `tries`: how often the request was sent. 0: Keap's limits, the store or a setting did not allow it. When a kept
     *   connection dies under a request that is safe to repeat, libcurl sends it again by itself, also with
     *   infusionsoft.retries=0: that counts too (libcurl before 7.80 does not tell).
     * - `duration_ms` (milliseconds): of the whole call, with its waits.
     * - `operation`: the operationId, such as 'createContact'; null when the path belongs to no operation.
     * - `headers`: of the last reply, by name in lower case: content-type, date, retry-after, x-keap-…, and the ids of
     *   the request (x-request-id, request-id, x-correlation-id, x-amzn-requestid). Values are cut at 128 bytes.
     *
     * A call that was refused for a wrong argument (\ValueError, \TypeError) does not count, nor does an abandoned one.
     *
     * @return array{status: int, created: ?bool, tries: int, duration_ms: int, operation: ?string,
     *               headers: array<string, string>}|null Null before the first call.
     */
    function infusionsoft_last_reply(): ?array {}

    /**
     * Returns counters of all processes that use the store, for all accounts together, since the store was created.
     * Sends nothing. A process adds what it counted at the end of the PHP request; in a long request (a queue worker) a
     * call adds it, at most once a second.
     *
     * Without a store, the counters are of this process, of the process that it was forked from (such as the master of
     * PHP-FPM), and of the other processes that were forked from it.
     *
     * - `calls`: calls that were sent to Keap, or were refused before. A call in several parts (infusionsoft_tag_apply())
     *   counts once per part. infusionsoft_authorize() and infusionsoft_token_refresh() count only when they fail before
     *   anything is sent, such as without a grant; what they send counts under `refreshes`, or not at all for a code.
     *   Functions that send nothing, such as infusionsoft_token_import(), never count.
     * - `failures`: calls that ended with an exception, by its class. 'value' counts the calls that were refused for a
     *   wrong argument (\ValueError, \TypeError): nothing was sent. 'abandoned' counts the calls that the script did not
     *   wait for.
     * - `retries`: tries after the first.
     * - `refreshes`: refresh tokens that were exchanged for new tokens. `refresh_failures`: exchanges that failed.
     * - `rate_limited`: replies with status 429.
     * - `waits` and `waited_ms` (milliseconds): waits for a turn under Keap's limits, also in a batch, and waits
     *   between tries.
     * - `latency_ms` (milliseconds): the latency of tries that got a reply. The percentiles are estimates; null without
     *   replies. `histogram` maps an upper bound to the number of replies up to this bound and over the bound before
     *   it; 'more' counts the replies over the last bound.
     *
     *     echo infusionsoft_stats()['latency_ms']['p95'];
     *
     * @return array{since: ?int, calls: int, retries: int, refreshes: int, refresh_failures: int, rate_limited: int, waits: int,
     *               waited_ms: int, failures: array{abandoned: int, value: int, configuration: int, store: int, authorization: int,
     *               transport: int, api: int, rate_limit: int}, latency_ms: array{p50: ?float, p95: ?float, p99: ?float,
     *               histogram: array<int|'more', int>}} `since` is the time of the first counted event in Unix seconds;
     *               null when nothing was counted
     */
    function infusionsoft_stats(): array {}

    /**
     * Sets the logger until the end of this request of PHP. The logger is called once per finished call, and once per
     * refresh that this process made and waited for. Null removes the logger. Any callable with the parameters of PSR-3's log() works:
     *
     *     infusionsoft_logger(Log::log(...));          // Laravel
     *     infusionsoft_logger([$psrLogger, 'log']);
     *
     * | level | entry |
     * | --- | --- |
     * | debug | a call that succeeded at the first try |
     * | notice | a call that succeeded after several tries or after waiting 1 s or more (its turn in a batch excepted) |
     * | warning | a RateLimitException; an ApiException with status 4xx; a call refused for a wrong argument; infusionsoft_authorize() or infusionsoft_token_refresh() that fails before anything is sent; a refresh that failed and will be retried |
     * | error | any other exception of a call |
     * | info | a refresh |
     * | critical | a refresh that failed because the owner of the Keap application must authorize again |
     *
     * The context of a call has account, method, path, status (?int: of the last reply), tries, waited_ms
     * (milliseconds: for its turn and between tries) and duration_ms (milliseconds: of the whole call). A failed call
     * adds error (the class of the exception) and may_have_acted (bool: its ->maySent). The context of a call that was
     * refused before anything was sent has account (?string), function, error and may_have_acted. The context of a
     * refresh has account; a failed refresh adds error and may_have_acted in the same way. The message of a failed call
     * or refresh is the message of the exception. An entry never contains a body, a query, a token or a key.
     *
     * An exception from the logger becomes a warning of PHP, which no error handler gets, and does not change the
     * outcome of the call; exceptions from destructors of what it threw are dropped. While the logger runs, calls are
     * not logged, and it cannot suspend a Fiber.
     *
     * Not logged are: abandoned calls, a refresh that goes on in the background (at the end of a request, see
     * infusionsoft.keepalive; or before the expiry, when it takes longer than 500 ms), and exceptions for
     * the content of successful replies (contacts that infusionsoft_tag_apply() could not tag).
     *
     * @param callable|null $logger function (string $level, string $message, array $context): void
     * @phpstan-param (callable(string, string, array<string, mixed>): void)|null $logger
     */
    function infusionsoft_logger(?callable $logger): void {}

    /**
     * Gives settings from the application's own configuration, for the rest of this request of PHP; in the command line
     * and in a queue worker for the rest of the process. Call it where the application starts:
     *
     *     infusionsoft_configure([
     *         'client_id' => config('services.keap.client_id'),
     *         'client_secret' => config('services.keap.client_secret'),
     *         'store_path' => storage_path('keap'),
     *     ]);
     *
     * The keys are the names of settings without "infusionsoft.": client_id, client_secret, api_key, account,
     * store_path, key_file, key, previous_keys, shared_store, max_accounts, refresh_margin, keepalive,
     * connect_timeout_ms, timeout_ms, retries, max_wait_ms, priority. Null leaves a setting as php.ini has it. Numbers can be
     * int or string. The addresses and authorities (base_url, token_url, authorize_url, ca_file, ca_path) can be set in
     * php.ini only.
     *
     * Each call replaces the settings of the earlier one: what it does not name is php.ini's again. Either all settings
     * apply or, with an exception, none. Secrets are kept as php.ini's are: no script can read them back.
     *
     * Sites that share a php.ini do not mix: a client_id other than php.ini's needs a client_secret, and a store_path or
     * an account of its own. An api_key belongs to the account that is given with it, or else to php.ini's. php.ini's
     * api_key is not used with a client_id, store_path, shared_store or other account of the application. A value that
     * the administrator set for the pool or virtual host (php_admin_value) cannot be changed.
     *
     * @param array $settings Name => value.
     * @phpstan-param array{client_id?: ?string, client_secret?: ?string, api_key?: ?string, account?: ?string, store_path?: ?string, key_file?: ?string, key?: ?string, previous_keys?: ?string, shared_store?: ?string, max_accounts?: int|string|null, refresh_margin?: int|string|null, keepalive?: bool|string|null, connect_timeout_ms?: int|string|null, timeout_ms?: int|string|null, retries?: int|string|null, max_wait_ms?: int|string|null, priority?: 'normal'|'low'|null} $settings
     *
     * @throws \ValueError when a name is unknown or a value is wrong; the message names it.
     * @throws Infusionsoft\ConfigurationException when php.ini has infusionsoft.configure = Off, when the administrator
     *                                             has set a value that differs, or while a call runs.
     */
    function infusionsoft_configure(#[\SensitiveParameter] array $settings): void {}
}

namespace Infusionsoft {
    /**
     * The iterator that infusionsoft_batch() returns.
     *
     * @implements \Iterator<mixed, mixed>
     * @strict-properties
     * @not-serializable
     */
    final class Batch implements \Iterator
    {
        private function __construct() {}

        public function current(): mixed {}

        public function key(): mixed {}

        public function next(): void {}

        public function valid(): bool {}

        public function rewind(): void {}
    }

    /**
     * The iterator that infusionsoft_each() returns.
     *
     * @implements \Iterator<int, mixed>
     *
     * @strict-properties
     * @not-serializable
     */
    final class Each implements \Iterator
    {
        private function __construct() {}

        public function current(): mixed {}

        public function key(): ?int {}

        public function next(): void {}

        public function valid(): bool {}

        public function rewind(): void {}

        /**
         * Returns the parameters that begin at the page of the current entry; an empty array on the first page. Sends
         * nothing.
         *
         * @return array{page_token?: string, offset?: int}
         */
        public function position(): array {}
    }

    /** The parent of all exceptions of this extension; \ValueError and \TypeError for wrong arguments are PHP's own. */
    class Exception extends \RuntimeException
    {
        /**
         * Whether Keap may have acted on what the function was asked to do, although this exception was thrown. True:
         * Keap may have acted; repeating is harmless only where the call is safe to repeat. False: nothing was changed
         * at Keap.
         *
         * It is true when a request was sent and no usable reply arrived, after a redirect, and after any 5xx, but
         * never for a GET, which only reads. Earlier tries of the same call count too, and earlier requests of the
         * same function (infusionsoft_tag_apply() with several parts or outcomes). It is also true when the request
         * that may have been acted on is the refresh of the token before the call: then the call itself was not sent.
         */
        public readonly bool $maySent;
    }

    /** A php.ini setting is missing or wrong. */
    final class ConfigurationException extends Exception {}

    /** The token store cannot be used: it is missing, unreadable, damaged, or sealed under another key. */
    final class StoreException extends Exception {}

    /**
     * The owner of the Keap application must authorize (again), or a new key is needed: there is no grant; Keap refused
     * the refresh token; or Keap refused a call with 401, although the token was fresh or cannot be refreshed. The
     * message names the account and the credential, and says what to do. Keap has not acted on the call.
     */
    final class AuthorizationException extends Exception {}

    /**
     * No usable reply arrived: the request was not sent, the reply was lost or cut, or a 2xx reply is empty or is not
     * the JSON that is due: a contact or a tag without its `id` is none. ->maySent says which.
     */
    final class TransportException extends Exception {}

    /** Keap refused the request. */
    class ApiException extends Exception
    {
        /** The HTTP status of the reply. */
        public readonly int $status;

        /** `errorcode` of the gateway's fault, or `status` of the application's error; null without either. */
        public readonly ?string $errorCode;

        /**
         * `details` of the application's error: a list of arrays with `domain` and `resource`.
         *
         * @phpstan-var array<mixed>
         */
        public readonly array $details;

        /** The body of the reply, unchanged. */
        public readonly string $body;

        /**
         * From infusionsoft_tag_apply(): contact id => outcome, for each contact whose outcome is known; for a list of
         * tags, such a map by the tag's id.
         *
         * @phpstan-var array<int|string, string>
         */
        public readonly array $results;

        /**
         * The id that Keap gave the request, from the reply's header x-request-id, request-id, x-correlation-id or
         * x-amzn-requestid; null without such a header. Tell it to Keap's support.
         */
        public readonly ?string $requestId;
    }

    /**
     * Keap's limits allow no call within infusionsoft.max_wait_ms. Either Keap answered 429, or the turn of this call,
     * among the calls of all processes of the machine, is too far away. In the second case nothing was sent, the status
     * is 429 too, and the body is empty.
     *
     * @see https://developer.infusionsoft.com/faqs/how-does-throttling-work/
     */
    final class RateLimitException extends ApiException
    {
        /** How many seconds to wait before the next try. */
        public readonly int $retryAfter;
    }
}
