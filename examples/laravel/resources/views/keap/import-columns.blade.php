@extends('keap.layout')
@section('title', ($errors->any() ? 'Error: ' : '').'Columns of '.$import->about('name'))
@section('width', 'wide')
@section('content')
    <h1>What are the columns?</h1>
    <p>{{ $import->about('name') }}: {{ $import->about('rows') }} rows. Beside each column are its first cells. Nothing has been sent to Keap yet.</p>
    @error('fields') <p class="error" role="alert">{{ $message }}</p> @enderror

    <form method="post" action="{{ route('keap.import.show', $import->id) }}">
        @csrf
        @php($rows = collect($file->rows())->take(3))
        @foreach ($file->columns as $column => $name)
            <div class="column">
                <div>
                    <label for="field-{{ $column }}">{{ $name }}</label>
                    <select id="field-{{ $column }}" name="fields[{{ $column }}]" @error("fields.$column") aria-invalid="true" aria-describedby="field-{{ $column }}-error" @enderror>
                        <option value="">Leave out</option>
                        @foreach (\App\Keap\Columns::FIELDS as $field => $label)
                            <option value="{{ $field }}" @selected(old("fields.$column", $guess[$column]) === $field)>{{ $label }}</option>
                        @endforeach
                    </select>
                    @error("fields.$column") <span class="error" id="field-{{ $column }}-error">{{ $message }}</span> @enderror
                </div>
                <ul aria-label="First cells of {{ $name }}">
                    @foreach ($rows as $row)
                        <li>{{ \Illuminate\Support\Str::limit($row[$column] ?? '', 60) ?: '–' }}</li>
                    @endforeach
                </ul>
            </div>
        @endforeach
        <p>A contact that is in Keap already is found by its e-mail address. Empty cells change nothing.</p>
        <p class="actions">
            <button class="button">Import {{ $import->about('rows') }} rows</button>
            <a class="button second" href="{{ route('keap.import') }}">Another file</a>
        </p>
    </form>
@endsection
