{{-- For the statuses that Laravel has no page for, such as 413. --}}
@extends('errors::minimal')
