<?php
$url = infusionsoft_authorize_url('https://shop.example/keap/callback', state: $_SESSION['keap_state']);

echo $url; // redirect the browser there
