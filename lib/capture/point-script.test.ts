// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpenRoot } from '@/lib/fields/walk';
import { createPointScript } from './point-script';

const scrolled: Element[] = [];
beforeEach(() => {
  document.body.innerHTML = '';
  scrolled.length = 0;
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
    scrolled.push(this);
  });
});

const hidden = (element: Element) => element.closest('[hidden]') === null;
const point = (app: 'microsoft' | 'okta' | 'duo' | null = null) =>
  createPointScript({ doc: document, openRoot: createOpenRoot(undefined), visible: hidden }).point({ app });

describe('pointing out a link', () => {
  it('scrolls to it, focuses it, answers its words, and changes nothing in the page', () => {
    document.body.innerHTML = `
      <p>Si vous souhaitez utiliser une autre application d’authentification, lisez ceci.</p>
      <button id="method">Je veux configurer une autre méthode</button>
      <a id="app" href="#"><span> Je souhaite utiliser
        une autre application d’authentification </span></a>
      <button>Suivant</button>`;
    const before = document.documentElement.outerHTML;
    expect(point('microsoft')).toEqual({
      page: null,
      link: { role: 'another-app', words: 'Je souhaite utiliser une autre application d’authentification' },
    });
    expect(scrolled.map(({ id }) => id)).toEqual(['app']);
    expect(document.activeElement?.id).toBe('app');
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('takes the way to other methods only where there is no way to another app', () => {
    document.body.innerHTML = '<button>I want to set up a different method</button>';
    expect(point('microsoft').link).toMatchObject({ role: 'other-method' });
  });

  it('passes over what nobody sees, and paragraphs that only talk of it', () => {
    document.body.innerHTML = `
      <a hidden href="#">I want to use a different authenticator app</a>
      <h2>Use a different authenticator app</h2>
      <div><button>Next</button> Use a different authenticator app</div>`;
    expect(point('microsoft').link).toBeNull();
    expect(scrolled).toEqual([]);
  });

  it('finds mere text that a page made to be clicked, after everything that says so', () => {
    document.body.innerHTML = '<span id="text">Use a different authenticator app</span>';
    expect(point().link).toMatchObject({ role: 'another-app' });
    document.body.innerHTML += '<button id="real">I want to use a different authenticator app</button>';
    point();
    expect(scrolled.map(({ id }) => id)).toEqual(['text', 'real']);
  });

  it('looks into open shadow roots and frames of the same origin', () => {
    document.body.innerHTML = '<div id="host"></div>';
    const root = document.getElementById('host')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<input type="button" value="Configure app without notifications">';
    expect(point('microsoft').link?.words).toBe('Configure app without notifications');
  });

  it('knows Microsoft’s page by its marks, and then Microsoft’s words', () => {
    document.body.innerHTML = `<div data-testid="authmethod-picker-authenticatorApp"></div>
      <button>Andere App einrichten</button>`;
    expect(point()).toMatchObject({ page: 'microsoft', link: { role: 'another-app' } });
    document.body.innerHTML = '<button>Andere App einrichten</button>';
    expect(point()).toEqual({ page: null, link: null });
  });

  it('offers Google Authenticator in the list of Okta only', () => {
    document.body.innerHTML = '<a href="#">Google Authenticator</a>';
    expect(point('okta').link?.words).toBe('Google Authenticator');
    expect(point('duo').link).toBeNull();
  });

  it('answers nothing, and throws nothing, on a page that breaks what it is asked', () => {
    document.body.innerHTML = '<button>Use another app</button>';
    vi.spyOn(document, 'querySelectorAll').mockImplementation(() => {
      throw new Error('broken');
    });
    expect(point()).toEqual({ page: null, link: null });
    vi.mocked(document.querySelectorAll).mockRestore();
  });
});
