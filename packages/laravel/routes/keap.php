<?php

use Illuminate\Support\Facades\Route;
use Infusionsoft\Laravel\Http\KeapController;

Route::middleware(config()->array('keap.middleware'))->prefix(config()->string('keap.prefix'))->name('keap.')->controller(KeapController::class)->group(function () {
    Route::get('/status', 'status')->name('status');
    Route::post('/test', 'test')->name('test');
    Route::get('/connect', 'connect')->name('connect');
    Route::get('/callback', 'callback')->name('callback');
    Route::get('/keap.css', 'stylesheet')->name('stylesheet');
});
