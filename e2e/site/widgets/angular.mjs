/** Code widgets of npm for Angular, compiled in the page; the page tells what the widget told it. */
import '@angular/compiler';
import { Component, provideExperimentalZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { NgOtpInputModule } from 'ng-otp-input';
import { NgxOtpInputComponent } from 'ngx-otp-input';
import { root, tell, widget } from './tell.mjs';

const widgets = {
  'ng-otp-input': {
    imports: [NgOtpInputModule],
    template:
      '<ng-otp-input (onInputChange)="tell($event)" [config]="{ length: 6, allowNumbersOnly: true }" />',
  },
  'ngx-otp-input': {
    imports: [NgxOtpInputComponent],
    template: '<ngx-otp-input (otpChange)="tell($event)" [options]="options" />',
  },
};

// A decorator is a function; this file is not compiled.
const App = Component({ selector: '#root', standalone: true, ...widgets[widget] })(
  class {
    options = { otpLength: 6 };
    tell = tell;
  },
);
root.replaceChildren();
await bootstrapApplication(App, { providers: [provideExperimentalZonelessChangeDetection()] });
