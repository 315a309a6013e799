import './elements/console-page.js';
