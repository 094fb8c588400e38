--TEST--
infusionsoft_authorize_url() returns the URL of Keap's page, which sends the owner back with a code and the state
--INI--
infusionsoft.authorize_url=https://accounts.infusionsoft.com/app/oauth/authorize
infusionsoft.client_id="an&id"
--FILE--
<?php
$url = infusionsoft_authorize_url('https://shop.example/callback?from=keap&x=%41', "st&te=é\n");
[$page, $query] = explode('?', $url);
parse_str($query, $parameters);
echo $page, "\n", json_encode($parameters, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), "\n";

// Without a state argument the URL has no state. A redirect URI to the local machine may use http.
parse_str(parse_url(infusionsoft_authorize_url(redirect_uri: 'http://localhost:8000/callback'), PHP_URL_QUERY), $parameters);
echo json_encode($parameters, JSON_UNESCAPED_SLASHES), "\n";

// An empty state is sent as an empty parameter.
var_dump(str_ends_with(infusionsoft_authorize_url('https://shop.example/', ''), '&state='));
?>
--EXPECT--
https://accounts.infusionsoft.com/app/oauth/authorize
{"client_id":"an&id","redirect_uri":"https://shop.example/callback?from=keap&x=%41","response_type":"code","scope":"full","state":"st&te=é\n"}
{"client_id":"an&id","redirect_uri":"http://localhost:8000/callback","response_type":"code","scope":"full"}
bool(true)
