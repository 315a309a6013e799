import './elements/desk-page.js';
